def find_incidents(page, context, statistics): return ()
