# `make run` shows the program, `make test` checks it. Both first set up whatever is missing.

example := examples/case_studies/models-abc.leadership
bin     := .venv/bin
pip     := $(bin)/pip install -qq --disable-pip-version-check
ready   := .venv/.ready
screen  := $(if $(DISPLAY)$(WAYLAND_DISPLAY),window,offscreen)
offscreen := QT_QPA_PLATFORM=offscreen

# Debian packages: those that drawing without a display needs, and more of them for a window.
offscreen_packages := $(shell python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv) \
	libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
window_packages := $(offscreen_packages) \
	libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
	libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libx11-xcb1
clients_packages := $(offscreen_packages) \
	libreoffice-impress libreoffice-draw python3-uno poppler-utils chromium fonts-open-sans \
	$(shell command -v npm >/dev/null || echo npm)
axe := out/axe/node_modules/axe-core/axe.min.js

real_windows_packages := $(window_packages) \
	xvfb openbox xdotool dbus at-spi2-core python3-pyatspi

.NOTPARALLEL:
.PHONY: run test test-clients test-windows bench pages examples env clean

# Open the example in the window; without a display, check it and write its slides.
run: system-$(screen) env
ifeq ($(screen),window)
	@$(bin)/modelbuilder $(example)
else
	@echo "No display: checking the example and writing its slides to out/ instead of opening the window."
	@mkdir -p out
	@$(offscreen) $(bin)/modelbuilder check $(example)
	@$(offscreen) $(bin)/modelbuilder export $(example) out/models-abc.pdf
	@for model in A B C; do \
		$(offscreen) $(bin)/modelbuilder export $(example) out/models-abc-$$model.png --model $$model || exit; \
	done
endif

# Check style, types and the order of imports, then run the tests.
test: env
	@$(bin)/ruff check --quiet .
	@$(bin)/ruff format --check --quiet .
	@$(bin)/mypy
	@$(bin)/lint-imports --no-cache --no-logo
	@$(offscreen) $(bin)/pytest

# Open every example in LibreOffice, poppler and Chromium, and compare what they show with our own pictures;
# look for barriers on the web pages with axe-core.
test-clients: system-clients env $(axe)
	@$(offscreen) $(bin)/pytest -s tests/clients/real_clients.py

# The checker of web pages, for test-clients.
$(axe):
	@npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix out/axe axe-core@4.10.3

# Run the program in a real window without a monitor: built by keys alone, and read by a screen reader.
test-windows: system-real_windows env
	@dbus-run-session -- $(bin)/pytest -s tests/real_windows/real_windows.py

# Measure how long things take, each beside a floor, and write docs/performance.md.
bench: env
	@$(offscreen) $(bin)/python -m benchmarks

# Write docs/rules/, a page with pictures for each rule and the index, from the files of the rules.
pages: env
	@$(bin)/python docs/rule_pages.py

# Write examples/case_studies/*.leadership from the charts; everything stands where it stood in the file before.
examples: env
	@$(bin)/python docs/case_studies.py

# Set up .venv, with the versions of requirements.lock, and the program in it as it stands in src/.
env: system-offscreen $(ready)

# Remove everything that was made here.
clean:
	rm -rf .venv out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests -name __pycache__ -exec rm -rf {} +

$(ready): requirements.lock pyproject.toml
	@echo "Setting up .venv"
	@test -x $(bin)/pip || python3 -m venv --clear .venv
	@$(pip) --require-hashes -r requirements.lock
	@$(pip) --no-deps --no-build-isolation -e .
	@touch $@

# Install those Debian packages of a list that are missing or, as an ordinary user, say how to.
system-%:
	@command -v dpkg-query >/dev/null || exit 0; \
	present=$$(dpkg-query -W -f '$${db:Status-Abbrev},$${Package},$${Provides}\n' | sed -n 's/^ii *,//p' | tr ', ' '\n\n'); \
	missing=$$(for name in $($*_packages); do echo "$$present" | grep -qxF "$$name" || echo "$$name"; done); \
	test -n "$$missing" || exit 0; \
	install="apt-get install -y --no-install-recommends $$(echo $$missing)"; \
	if [ "$$(id -u)" != 0 ]; then echo "Missing packages. Run: sudo $$install" >&2; exit 1; fi; \
	echo "Installing" $$missing; \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$install -qq >/dev/null
