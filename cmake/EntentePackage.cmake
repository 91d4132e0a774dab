# The Debian package of the program, by CPack: tools/package makes it, and the archive for other systems.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME entente)
set(CPACK_PACKAGE_VENDOR "entente")
set(CPACK_PACKAGE_CONTACT "The authors of entente <entente@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "English news into a graph of who does what to whom")
set(CPACK_PACKAGE_DESCRIPTION
    "entente reads English news and draws who does what to whom: an article goes in, a graph of actors and typed relations
comes out, each with the sentence that says so. It answers queries, merges articles, and writes pictures, pages and
files for other programs. It needs no network; its language model is compiled in.")
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
include(CPack)
