"""Notices of exceptional situations: where they show, their file for every page, their switches in the admin."""
