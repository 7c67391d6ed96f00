"""What happens elsewhere, told while a page is open (server-sent events): decisions, derivations, how far a job is."""
