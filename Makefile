# `make briefing` and `make test` are all a new user needs; each installs what is missing first.

DATE ?= 2021-04-11
NUMBER ?= 52
OUT ?= out
# The folder of published figures that `make data` reads; data/README.md says its shape.
SOURCE ?=
VELIN = .build/release/velin

.PHONY: briefing gallery test conformance build data setup format lint clean

briefing: build
	$(VELIN) build layouts/weekly.md --set date=$(DATE) --set number=$(NUMBER) --out $(OUT) --format pdf,svg

# Every kind of figure, on the published data.
gallery: build
	$(VELIN) build layouts/gallery.md --set date=$(DATE) --out $(OUT)

build: setup
	swift build --configuration release --product velin

test: setup
	swift build --build-tests
	swift test --skip-build

conformance: build
	Scripts/conformance

data:
	Scripts/make-data $(SOURCE)

setup:
	@Scripts/setup

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .cache $(OUT)
