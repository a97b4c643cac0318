"""Files -> documents: each format by a well-kept reader; nothing is executed, fetched or unpacked without bounds."""
