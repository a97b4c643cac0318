"""Speed measurements: they tell, they never fail a build unless asked to (`--assert`)."""
