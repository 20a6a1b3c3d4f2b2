"""How dates and times are typed, by language; Django reads these on top of its own (`FORMAT_MODULE_PATH`)."""
