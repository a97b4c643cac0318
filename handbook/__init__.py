"""Service Handbook: an organisation's profile becomes its service-culture handbook. Start reading at `handbook.edition`."""

__version__ = "0.1.0"
