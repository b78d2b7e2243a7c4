# Language, warnings and sanitizers for every target of ours: link plimsoll_options.
# SPDX-License-Identifier: Apache-2.0
add_library(plimsoll_options INTERFACE)
target_compile_features(plimsoll_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)

target_compile_options(
    plimsoll_options
    INTERFACE
        # Golden numbers must not depend on fused multiply-add.
        -ffp-contract=off
        -Wall
        -Wextra
        -Wpedantic
        -Wshadow
        -Wconversion
        -Wsign-conversion
        -Wdouble-promotion
        # A test that says a value is exactly 300 means it.
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:PLIMSOLL_EXACT_FLOATS>>>:-Wfloat-equal>
        -Wnon-virtual-dtor
        -Woverloaded-virtual
        -Wold-style-cast
        -Wcast-align
        -Wundef
        -Wmissing-declarations
        $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
        $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches>
        $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
        $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast>
        $<$<BOOL:${PLIMSOLL_WERROR}>:-Werror>)
target_compile_definitions(plimsoll_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(PLIMSOLL_SANITIZE)
    set(sanitizers -fsanitize=address,undefined,float-divide-by-zero -fno-sanitize-recover=all
                   -fno-omit-frame-pointer)
    # GCC 12 warns of an uninitialized std::function in std::regex as soon as it sanitizes
    # (gcc.gnu.org/PR105562), and of names that files share as it reads a folder as one (the preset
    # dev has warned of all that counts). Line numbers are all the debug information a report needs.
    target_compile_options(plimsoll_options INTERFACE ${sanitizers} -g1 -w)
    target_link_options(plimsoll_options INTERFACE ${sanitizers})
endif()

if(PLIMSOLL_FUZZ)
    set(fuzzing -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
                -fno-omit-frame-pointer -O1)
    target_compile_options(plimsoll_options INTERFACE ${fuzzing} -g1)
    target_link_options(plimsoll_options INTERFACE ${fuzzing})
endif()

# One library a folder. Its headers are a file set, so that each is compiled alone by the target
# all_verify_interface_header_sets.
#
#   plimsoll_folder(model SOURCES a.cpp HEADERS a.hpp PUBLIC lib... PRIVATE lib...)
function(plimsoll_folder name)
    cmake_parse_arguments(FOLDER "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
    add_library(plimsoll_${name} STATIC ${FOLDER_SOURCES})
    add_library(plimsoll::${name} ALIAS plimsoll_${name})
    target_sources(
        plimsoll_${name}
        PUBLIC FILE_SET HEADERS
               BASE_DIRS ${PROJECT_SOURCE_DIR}
               FILES ${FOLDER_HEADERS})
    set_target_properties(plimsoll_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    target_link_libraries(
        plimsoll_${name}
        PUBLIC plimsoll_options ${FOLDER_PUBLIC}
        PRIVATE ${FOLDER_PRIVATE})

    # The folder as one source file, never built, for clang-tidy: it walks the headers of the library
    # once a folder instead of once a file, which is 4 to 5 times as fast.
    list(TRANSFORM FOLDER_SOURCES PREPEND "#include \"${CMAKE_CURRENT_SOURCE_DIR}/")
    list(TRANSFORM FOLDER_SOURCES APPEND "\"\n")
    list(JOIN FOLDER_SOURCES "" unit)
    set(unit_file ${PROJECT_BINARY_DIR}/tidy/${name}.cpp)
    file(CONFIGURE OUTPUT ${unit_file} CONTENT "${unit}")
    add_library(plimsoll_${name}_tidy OBJECT EXCLUDE_FROM_ALL ${unit_file})
    target_link_libraries(plimsoll_${name}_tidy PRIVATE plimsoll_options ${FOLDER_PUBLIC}
                                                        ${FOLDER_PRIVATE})
    target_include_directories(plimsoll_${name}_tidy PRIVATE ${PROJECT_SOURCE_DIR})
endfunction()
