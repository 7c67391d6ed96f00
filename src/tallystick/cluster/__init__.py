"""The same road on Spark: reports are taken in, read and linked by executors, the record is made on the driver."""
