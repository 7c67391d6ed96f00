"""Quoted counts against the incidents on file."""
