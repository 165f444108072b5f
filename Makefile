# `make briefing` and `make test` are all a new user needs; each installs what is missing first.

DATE ?= 2021-04-11
NUMBER ?= 52
OUT ?= out
BIND ?=
# The folder of published figures that `make data` reads; data/README.md says its shape.
SOURCE ?=
DATA ?=
VELIN = .build/release/velin
# Where `make install` puts the program; DESTDIR stands before it when a package is made.
PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: briefing sheets gallery install test conformance bench build data setup format lint clean

briefing: build
	$(VELIN) build layouts/weekly.md --set date=$(DATE) --set number=$(NUMBER) --out $(OUT) --format pdf,svg

# A sheet for each department and each region, with their index and manifest; sheets that are unchanged stand.
# `make sheets BIND=1` binds them into two volumes too.
sheets: build
	$(VELIN) build layouts/departement.md --set date=$(DATE) --out $(OUT) --keep-going $(if $(BIND),--bind)
	$(VELIN) build layouts/region.md --set date=$(DATE) --out $(OUT) --keep-going $(if $(BIND),--bind)

# Every kind of figure, on the published data.
gallery: build
	$(VELIN) build layouts/gallery.md --set date=$(DATE) --out $(OUT)

# With the Swift runtime inside, the program starts in a quarter of the time and runs where there is no Swift.
# Packed relocations, which lld writes, leave a megabyte less to be read at each start.
build: setup
	swift build --configuration release --static-swift-stdlib --product velin \
		-Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs

install: build
	Scripts/install "$(VELIN)" "$(DESTDIR)$(PREFIX)"

test:
	@Scripts/setup test
	swift build --build-tests
	swift test --skip-build

conformance: build
	Scripts/conformance

# Speed: DATA names a folder with the yardstick's table and the same documents for Typst and bare Cairo.
bench: build
	@Scripts/setup bench
	Benchmarks/run $(if $(DATA),--data $(DATA))

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
