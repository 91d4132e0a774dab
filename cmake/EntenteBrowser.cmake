# What the library is built with for a browser: Debian has no libraries in WebAssembly, so those that a page needs are
# compiled here from Debian's sources, which tools/setup --browser unpacks into build/browser/sources. Headers that
# need no compiling are the machine's own. Included instead of the calls of find_package.
set(browser_sources ${PROJECT_SOURCE_DIR}/build/browser/sources)
if(NOT EXISTS ${browser_sources}/graphviz)
  message(FATAL_ERROR "${browser_sources}/graphviz is missing; tools/setup --browser unpacks it")
endif()

# Every object must know the same ways of throwing and jumping.
add_compile_options(-fwasm-exceptions -sSUPPORT_LONGJMP=wasm -msimd128)
add_link_options(-fwasm-exceptions -sSUPPORT_LONGJMP=wasm)

# What the standard library of Emscripten lacks.
include_directories(BEFORE SYSTEM ${PROJECT_SOURCE_DIR}/tools/browser/standard)

# The machine's folder of headers as a whole would bring those of its C library along.
set(browser_headers ${PROJECT_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${browser_headers})
foreach(library IN ITEMS boost nlohmann)
  if(NOT EXISTS /usr/include/${library})
    message(FATAL_ERROR "/usr/include/${library} is missing; tools/setup --browser installs it")
  endif()
  file(CREATE_LINK /usr/include/${library} ${browser_headers}/${library} SYMBOLIC)
endforeach()
# Of std::span it lacks the constructor from two iterators, which nothing outside the class can add: the header is copied
# with that. Later versions have it, and other words where it would go.
file(READ ${EMSCRIPTEN_SYSROOT}/include/c++/v1/span span)
set(span_empty "_LIBCPP_INLINE_VISIBILITY constexpr span() noexcept : __data{nullptr}, __size{0} {}")
string(REPLACE "${span_empty}" "${span_empty}
    template <class _It, enable_if_t<is_convertible_v<decltype(&*declval<_It>()), pointer> && !is_pointer_v<_It>, nullptr_t> = nullptr>
    constexpr span(_It __f, _It __l) : __data{_VSTD::__to_address(__f)}, __size{static_cast<size_t>(__l - __f)} {}"
       span "${span}")
file(CONFIGURE OUTPUT ${browser_headers}/span CONTENT "${span}" @ONLY)
foreach(target IN ITEMS Boost::headers nlohmann_json::nlohmann_json)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} INTERFACE ${browser_headers})  # SYSTEM, since it is imported
endforeach()
foreach(target IN ITEMS Threads::Threads PkgConfig::fontconfig)  # there are none
  add_library(${target} INTERFACE IMPORTED)
endforeach()

# browser_library(NAME SOURCES file… INCLUDES folder…): a static library of somebody else, without its warnings, as
# PkgConfig::NAME.
function(browser_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;INCLUDES" ${ARGN})
  add_library(browser_${name} STATIC ${arg_SOURCES})
  target_include_directories(browser_${name} SYSTEM PUBLIC ${arg_INCLUDES})
  target_compile_options(browser_${name} PRIVATE -w)
  add_library(PkgConfig::${name} ALIAS browser_${name})
endfunction()

browser_library(fmt SOURCES ${browser_sources}/fmtlib/src/format.cc INCLUDES ${browser_sources}/fmtlib/include)
target_compile_features(browser_fmt PRIVATE cxx_std_20)
add_library(fmt::fmt ALIAS browser_fmt)
file(GLOB sources ${browser_sources}/gumbo-parser/src/*.c)
browser_library(gumbo SOURCES ${sources} INCLUDES ${browser_sources}/gumbo-parser/src)
browser_library(md4c SOURCES ${browser_sources}/md4c/src/md4c.c INCLUDES ${browser_sources}/md4c/src)
browser_library(utf8proc SOURCES ${browser_sources}/utf8proc/utf8proc.c INCLUDES ${browser_sources}/utf8proc)
target_compile_definitions(browser_utf8proc PUBLIC UTF8PROC_STATIC)

file(GLOB sources ${browser_sources}/uchardet/src/*.cpp ${browser_sources}/uchardet/src/LangModels/*.cpp)
list(FILTER sources EXCLUDE REGEX "/tools/")
file(COPY ${browser_sources}/uchardet/src/uchardet.h DESTINATION ${browser_headers}/uchardet)
browser_library(uchardet SOURCES ${sources} INCLUDES ${browser_headers})
target_compile_definitions(browser_uchardet PRIVATE VERSION="0")

include(EntenteBrowserGraphviz)
