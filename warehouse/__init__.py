"""The contract of the tables, the lake, views and checks in SQL, export."""
