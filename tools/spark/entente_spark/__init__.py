"""Reads a corpus with entente on a Spark cluster; docs/cluster.md says how. The modules, in the order of the data:

program   runs the entente program on an executor
articles  a folder or table of articles -> rows, each with one article as a line of JSON
reading   those rows -> the graph of each article, or why it has none
merging   the graphs of all articles -> one
tables    that graph -> Parquet tables
output    where all of it is written
job       the steps of the whole, and the command line
"""
