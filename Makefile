# `make briefing` and `make test` are all a new user needs; each installs what is missing first.

DATE ?= 2021-04-11
NUMBER ?= 52
OUT ?= out
VELIN = .build/release/velin

.PHONY: briefing test build setup format lint clean

briefing: build
	$(VELIN) build layouts/weekly.md --set date=$(DATE) --set number=$(NUMBER) --out $(OUT) --format pdf,svg

build: setup
	swift build --configuration release --product velin

test: setup
	swift build --build-tests
	swift test --skip-build

setup:
	@Scripts/setup

format:
	swift format --in-place --recursive Sources Tests Package.swift

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

clean:
	rm -rf .build .cache $(OUT)
