#!/usr/bin/env python3
"""tools/spark/job.py ARTICLES -o FOLDER: reads a corpus on Spark; --help says how."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    try:
        import pyspark  # noqa: F401
    except ImportError:
        sys.exit(
            "tools/spark/job.py: there is no PySpark here; run it by spark-submit, or install it: pip install pyspark"
        )
    from entente_spark.job import main

    sys.exit(main())
