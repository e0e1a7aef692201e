# syntax=docker/dockerfile:1

# Built the way everybody sets it up, `make install`, and carried over whole: what runs here is what is tested.
FROM python:3.11-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/protempore
COPY Makefile pyproject.toml package.json package-lock.json .npmrc README.md LICENSE ./
COPY requirements requirements
COPY app app
RUN make install && rm -rf .tools node_modules

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /srv/protempore --shell /usr/sbin/nologin protempore \
    && install --directory --owner protempore --group protempore /var/lib/protempore/data /var/lib/protempore/exports
WORKDIR /srv/protempore
COPY --from=build /srv/protempore .
COPY alembic alembic
COPY templates templates

ENV PATH=/srv/protempore/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PROTEMPORE_HOST=0.0.0.0 \
    PROTEMPORE_PORT=8000 \
    PROTEMPORE_DATA_DIR=/var/lib/protempore/data \
    PROTEMPORE_EXPORTS_DIR=/var/lib/protempore/exports
VOLUME ["/var/lib/protempore/data", "/var/lib/protempore/exports"]
EXPOSE 8000
USER protempore

HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ['PROTEMPORE_PORT']}/healthz\", timeout=4)"]
ENTRYPOINT ["protempore"]
CMD ["serve"]
