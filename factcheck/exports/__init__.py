"""The annotated essay as html, markdown, json and csv: values in, bytes out."""
