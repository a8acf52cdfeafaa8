# What developers run. People who only want the site: go run ./generator

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.NOTPARALLEL:

BROWSER  := generator/browser
CHROMIUM ?= /usr/bin/chromium
SOAK     ?= 500
FUZZTIME ?= 60s
export CHROMIUM

.PHONY: build check test soak bench fresh clean format vet tools cross site browser unit statement

build: ## the site, into public/
	go run ./generator build

check: ## data and content only
	go run ./generator check

# Cheap things first; the Go tests last, so that their lines are the last ones.
test: tools format vet site browser cross unit

# What the tests need besides Go and Node.
tools:
	@missing=(); \
	command -v "$$CHROMIUM" >/dev/null || missing+=(chromium); \
	command -v java >/dev/null || missing+=(default-jre-headless); \
	compgen -G '/usr/share/fonts/*/*/*.ttf' >/dev/null || missing+=(fonts-dejavu-core); \
	if ((!$${#missing[@]})); then exit 0; fi; \
	if ((EUID)) || ! command -v apt-get >/dev/null; then \
		echo "make test needs: $${missing[*]} (Debian: sudo apt-get install $${missing[*]})" >&2; exit 1; \
	fi; \
	apt-get update -q; DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$${missing[@]}"

format:
	@unformatted=$$(gofmt -l generator themes); \
	if [[ -n $$unformatted ]]; then echo "gofmt would change:" $$unformatted >&2; exit 1; fi

vet:
	go vet ./...

site:
	go run ./generator build --site . --out public
	go run ./generator build --site . --out bin/disk --disk

# Looks at public/ with the HTML checker and in a browser.
browser: $(BROWSER)/node_modules/.package-lock.json
	cd $(BROWSER) && node --test --test-reporter=spec

$(BROWSER)/node_modules/.package-lock.json: $(BROWSER)/package-lock.json
	cd $(BROWSER) && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

statement: site $(BROWSER)/node_modules/.package-lock.json ## what /tiep-can/ says of the checks, once they pass
	cd $(BROWSER) && STATE=../../themes/gazette/checks.json node --test --test-reporter=spec every.test.mjs lighthouse.test.mjs

# The other systems that press staff and hosts have; linking proves that
# nothing needs cgo.
cross:
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -o /dev/null ./generator
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 go build -o /dev/null ./generator

unit:
	go test ./...

soak: ## the long tests: SOAK rounds of what is random, FUZZTIME for each fuzz test
	SOAK=$(SOAK) go test -count=1 -timeout=0 -v ./generator/... | grep -E '^(ok|FAIL|panic:|--- FAIL)|_test\.go:[0-9]+:'
	@for package in $$(go list ./generator/...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "$$package $$target for $(FUZZTIME)"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package | tail -2; \
		done; \
	done

bench: site $(BROWSER)/node_modules/.package-lock.json ## how fast: the program's parts, then each kind of page on a phone
	go test -run '^$$' -bench . -benchmem ./generator/...
	cd $(BROWSER) && node bench.mjs

fresh: ## what a newcomer gets: the committed files in an empty folder, and the first command
	@dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; \
	git clone -q . "$$dir/clone"; cd "$$dir/clone"; \
	go run ./generator; \
	test -f public/index.html; git status --short; test -z "$$(git status --short)"

clean:
	rm -rf .public.work-* bin $(BROWSER)/node_modules
	find public -mindepth 1 -not -name .gitkeep -delete
