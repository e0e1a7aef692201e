"""House styles: the reference document of a secretariat that its process's documents are written on."""
