# The Debian package of the program, by CPack: tools/package makes it, and the archive for other systems.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME entente)
set(CPACK_PACKAGE_VENDOR "entente")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "English news into a graph of who does what to whom")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
    "entente reads English news and draws who does what to whom: an article goes
in, a graph of actors and typed relations comes out, each with the sentence
that says so. It answers queries, merges articles, and writes pictures, pages
and files for other programs. It needs no network; its language models are
compiled in.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME entente)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
# What it is linked with, by dpkg-shlibdeps. The plug-ins of Graphviz come with its library; PNG and PDF need a font.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils, less")

# Whoever makes the package answers for it: by Debian's own variables of the environment.
set(name "The authors of entente")
set(address "entente@localhost")
if(DEFINED ENV{DEBFULLNAME})
  set(name "$ENV{DEBFULLNAME}")
endif()
if(DEFINED ENV{DEBEMAIL})
  set(address "$ENV{DEBEMAIL}")
endif()
set(ENTENTE_MAINTAINER "${name} <${address}>" CACHE STRING "Who makes the Debian package, as \"Name <address>\"")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${ENTENTE_MAINTAINER}")

# What Debian wants besides the program (cmake/debian/prepare.cmake puts it there): the copyright of all that is in it, with
# the licences that the manifests of the models record, and a changelog.
set(model_paragraphs "")
foreach(model IN ITEMS accurate fast)
  file(READ ${PROJECT_SOURCE_DIR}/data/model/${model}.json manifest)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/model/${model}.json)
  string(JSON licence GET "${manifest}" licence)
  string(REGEX REPLACE " \\(.*" "" licence "${licence}")
  string(REPLACE " " "-" licence "${licence}")
  if(NOT licence STREQUAL "CC-BY-SA-4.0")
    message(FATAL_ERROR "data/model/${model}.json has the licence ${licence}; its text is not in cmake/debian/copyright.in")
  endif()
  string(APPEND model_paragraphs "
Files: data/model/${model}.model
Copyright: 2026 The authors of entente
License: ${licence}
Comment: The model was made from these, each under its own licence; MODEL-LICENSE.md names their authors:
")
  string(JSON last LENGTH "${manifest}" corpora)
  math(EXPR last "${last} - 1")
  foreach(i RANGE ${last})
    string(JSON corpus GET "${manifest}" corpora ${i} name)
    string(JSON corpus_licence GET "${manifest}" corpora ${i} licence)
    string(APPEND model_paragraphs "  - ${corpus} (${corpus_licence})\n")
  endforeach()
endforeach()
set(CPACK_ENTENTE_DEBIAN ${PROJECT_BINARY_DIR}/debian)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/copyright.in ${CPACK_ENTENTE_DEBIAN}/copyright @ONLY)
string(TIMESTAMP changelog_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in ${CPACK_ENTENTE_DEBIAN}/changelog @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/prepare.cmake)
include(CPack)
