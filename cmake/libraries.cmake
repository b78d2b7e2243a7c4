# Every library we use, once. All are Debian 12 packages; ./dev setup installs them.
# SPDX-License-Identifier: Apache-2.0
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED) # Date_Time, headers only
find_package(Eigen3 3.4 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2 REQUIRED)
find_package(date REQUIRED)
find_package(EXPAT 2.5 REQUIRED)
find_package(tsl-robin-map REQUIRED)
find_package(ZLIB REQUIRED)

find_package(PkgConfig REQUIRED)
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(minizip REQUIRED IMPORTED_TARGET minizip)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(pango REQUIRED IMPORTED_TARGET pangocairo>=1.50 pangoft2 cairo-pdf fontconfig)
pkg_check_modules(clp REQUIRED IMPORTED_TARGET clp)
find_path(FCCP_INCLUDE_DIR libfccp/csv.h REQUIRED)

if(PLIMSOLL_TESTS)
    find_package(Catch2 2.13 REQUIRED)
    find_package(rapidcheck REQUIRED)
    find_path(VALIJSON_INCLUDE_DIR valijson/validator.hpp REQUIRED)
endif()
