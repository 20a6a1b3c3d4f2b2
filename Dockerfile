# The site as a container image: `make image` builds it, compose.yaml runs it (docs/operations.md).
# Debian 12 with its own Python 3.11, the version that the locks are made for.
FROM docker.io/library/debian:bookworm-slim AS base
ENV PATH=/opt/kasper/bin:$PATH \
    PYTHONUNBUFFERED=1
COPY deploy/debian-packages.txt /tmp/
# Debian's fixes since the base was made, and what serving needs by the project's own list, but for what only makes the
# environment.
RUN apt-get update -q \
    && DEBIAN_FRONTEND=noninteractive apt-get upgrade -qy \
    && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends ca-certificates python3 tzdata \
        $(awk -F '|' '$2 ~ /runtime/ && $1 !~ /python3-venv/ { print $1 }' /tmp/debian-packages.txt) \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* /tmp/*

# --- What needs tools: the Python packages, byte code, static files. The tools stay behind here. ----------------------
FROM base AS build
# Where the network's own authorities are, if it has some: --build-arg PIP_CERT=FILE with the file mounted.
ARG PIP_CERT
RUN apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends python3-venv
WORKDIR /srv/kasper
COPY requirements.txt .
RUN python3 -m venv /opt/kasper \
    && pip install --no-input --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.txt \
    && pip uninstall --yes --quiet pip setuptools \
    # Other people's tests, and languages that the site does not speak: a quarter of the image.
    && find /opt/kasper/lib -type d \( -name tests -o -path '*/wagtail/test' \) -prune -exec rm -r {} + \
    && find /opt/kasper/lib -type d -path '*/locale/*' -prune \
        ! -name 'fi*' ! -name 'sv*' ! -name 'en*' ! -name __pycache__ -exec rm -r {} +
COPY . .
RUN python -m compileall -q -j 0 . \
    && SECRET_KEY=only-for-this-step-of-the-build-nothing-else VAR_DIR=/tmp/var STATIC_DIR=/srv/static \
        python manage.py shell --no-imports --command "from kasper_site.operations import static_files; static_files.collect(print)"

# --- The image --------------------------------------------------------------------------------------------------------
FROM base
LABEL org.opencontainers.image.title="Kasper ry" \
    org.opencontainers.image.licenses="GPL-3.0-or-later"
# The data lie apart from the program and outlive it; the program cannot change itself.
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /var/lib/kasper --shell /usr/sbin/nologin kasper \
    && install -d -o kasper -g kasper -m 0750 /var/lib/kasper
COPY --from=build /opt/kasper /opt/kasper
COPY --from=build /srv /srv
WORKDIR /srv/kasper
ENV HOST=0.0.0.0 PORT=8000 VAR_DIR=/var/lib/kasper STATIC_DIR=/srv/static
VOLUME /var/lib/kasper
EXPOSE 8000
USER 10001:10001
ENTRYPOINT ["deploy/container-entry"]
# Alone, with SQLite, the image serves as `make serve` does; compose.yaml gives each container its own command.
CMD ["python", "manage.py", "serve"]
