"""``selon X``, ``d'après X``, ``pour X``: whom such a head names and how far what it vouches for reaches."""
