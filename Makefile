# `make site` builds the sample dossier, `make test` runs every check; both need only Swift and apt.

PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libjemalloc-dev
DOSSIER := .build/release/dossier
CHECKED := --scratch-path .build-test -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
SHARED := ../shared
SEEDS_FLOOR ?= 90

.PHONY: site test packages release lint unit seeds site-checks browser-test benchmark clean

site: release
	$(DOSSIER) build . --output public
	@echo "Open public/index.html in a browser."

# A build makes and drops millions of small objects: jemalloc saves about a tenth of its time, and is linked where it
# is. Linked as a shared library, so that the other libraries take their memory from it too.
release: packages
	@allocator=$$(ls /usr/lib/*/libjemalloc.so /usr/lib/libjemalloc.so 2>/dev/null | head -n 1); \
	set -x; swift build -c release --product dossier --static-swift-stdlib $${allocator:+-Xlinker -ljemalloc}

# Asks for the system's packages only where one is missing.
packages:
	@missing=$$(for name in $(PACKAGES); do dpkg -s $$name >/dev/null 2>&1 || echo $$name; done); \
	if [ -n "$$missing" ]; then \
	  as_root=$$([ $$(id -u) = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && $$as_root apt-get install -y -qq $$missing; \
	fi

test: lint unit seeds site-checks browser-test

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

unit: packages
	swift build --build-tests $(CHECKED)
	@echo "swift test --skip-build $(CHECKED)"; log=$$(mktemp); \
	{ swift test --skip-build $(CHECKED) 2>&1; echo $$? > $$log.status; } | tee $$log; \
	status=$$(cat $$log.status); [ $$status = 0 ] || { echo; echo "What failed:"; grep "✘" $$log; }; \
	rm -f $$log $$log.status; exit $$status

# Articles and checkers that do not belong to the repository; where they are missing, one line says so.
seeds: release
	@if [ -f $(SHARED)/eval/score_seeds.py ] && [ -d $(SHARED)/seeds ]; then \
	  site=$$(mktemp -d) && $(DOSSIER) build $(SHARED)/seeds --output $$site/site && \
	  python3 $(SHARED)/eval/score_seeds.py $$site/site | tee $$site/score && \
	  awk -v floor=$(SEEDS_FLOOR) 'NF { last = $$0 } END { \
	    match(last, /[0-9]+(\.[0-9]+)?[ %]*$$/); score = substr(last, RSTART) + 0; \
	    if (score < floor) { print "seeds: " score " is below the floor of " floor; exit 1 } }' $$site/score; \
	  status=$$?; rm -rf $$site; exit $$status; \
	else echo "seeds: skipped, $(SHARED) is not there"; fi

site-checks: release
	@if [ -n "$(SITE_TOOLS)" ] && [ -f $(SHARED)/tools/site_check.py ]; then \
	  $(DOSSIER) build . --output public && \
	  $(SITE_TOOLS)/bin/python $(SHARED)/tools/site_check.py public && \
	  $(SHARED)/tools/vnu_check.sh public --venv $(SITE_TOOLS) && \
	  $(SITE_TOOLS)/bin/python $(SHARED)/tools/browser_check.py public --pages 12; \
	else echo "site checks: skipped, SITE_TOOLS names no environment of the checkers"; fi

# The sample site in headless Chromium; screenshots of each kind of page go to .build/browser-screenshots.
browser-test: release
	@Tests/Browser/run.sh $(DOSSIER)

# Figures on generated corpora, in ratios to Hugo and, with AGAINST=COMMIT, to another commit: Benchmarks/RESULTS.md
benchmark: release
	python3 Benchmarks/benchmark.py $(DOSSIER) $(if $(AGAINST),--against $(AGAINST)) $(BENCHMARK)

clean:
	rm -rf .build .build-test
