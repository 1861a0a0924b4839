# Etapp: one command for each thing one does. `make help` lists them.
# The scripts are in Tools/; what `make check` runs is what CI runs.

ROOT := $(CURDIR)
BINARY := $(ROOT)/.build/release/etapp
DEMO := demo/servicekontor-2021

# The solver and the planner are optimised in debug builds too (Package.swift): tests take a third of the time.
export ETAPP_OPTIMISED_KERNELS := 1

.PHONY: help deps deps-pdf deps-test build print-binary demo test pages fuzz fuzz-check check format-check examples docs golden bench format clean

help:
	@echo "make demo          install what is missing, build, plan the shipped example, say where the report is"
	@echo "make test          install what is missing, run every test; FILTER=NAME for some of them"
	@echo "make build         the release binary; make -s print-binary prints its path"
	@echo "make pages         what is tested in a browser and over the wire: journeys, axe-core, schemathesis, hostile input"
	@echo "make fuzz          feed the readers of files with what a fuzzer makes of the examples"
	@echo "make fuzz-check    whether the fuzzer's target still fits the readers, after the tests"
	@echo "make check         what CI runs: format, documentation, examples, tests, pages"
	@echo "make docs          the documentation, warnings as errors, into .build/docs"
	@echo "make golden        record the golden files anew"
	@echo "make bench         the benchmarks"
	@echo "make format        format the sources"
	@echo "make deps          only install what is missing"
	@echo "make deps-pdf      what makes PDF of the report"
	@echo "make deps-test     what the tests of real parts need beside that"
	@echo "make clean         remove what was built (not .deps)"

deps:
	@Tools/deps.sh

deps-pdf: deps
	@Tools/deps-pdf.sh

deps-test: deps-pdf
	@Tools/deps-test.sh

build: deps
	swift build -c release --product etapp

print-binary:
	@echo "$(BINARY)"

demo: build
	@"$(BINARY)" demo "$(DEMO)"

test: deps
	swift test $(if $(FILTER),--filter '$(FILTER)')

pages: deps-test
	@Tools/pages.sh

fuzz: deps
	@Tools/fuzz.sh

check: deps format-check docs examples test fuzz-check pages

fuzz-check: test
	@Tools/fuzz.sh check

format-check:
	swift format lint --strict --recursive Package.swift Sources Tests Examples $(wildcard Benchmarks)

examples: deps
	@Tools/examples.sh

docs: deps
	@Tools/docs.sh

golden: deps
	ETAPP_RECORD=1 swift test --filter JourneyTests

bench: deps
	@Tools/bench.sh

format:
	swift format --in-place --recursive Package.swift Sources Tests Examples $(wildcard Benchmarks)

clean:
	rm -rf .build demo Examples/library-use/.build Benchmarks/.build
