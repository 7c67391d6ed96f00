"""Readers scored against gold data: one scorer a task, each figure with how many cases it rests on."""
