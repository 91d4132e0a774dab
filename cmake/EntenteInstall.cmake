# Installs the library so that outside programs find it: by find_package(entente) and by pkg-config.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(TARGETS entente EXPORT entente-targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT entente-targets NAMESPACE entente:: DESTINATION ${package_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/entente-config.cmake.in ${PROJECT_BINARY_DIR}/entente-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${package_dir})

# A static library passes its private dependencies on to whoever links it; a shared one has linked them already.
set(pkgconfig_requires "fmt gumbo md4c uchardet libutf8proc libxml-2.0 libcrypto libgvc libcgraph")
set(pkgconfig_cflags "")
set(pkgconfig_libs " -lstdc++ -lm")  # for programs in C
if(BUILD_SHARED_LIBS)
  set(pkgconfig_requires "")
  set(pkgconfig_libs "")
else()
  set(pkgconfig_cflags " -DENTENTE_STATIC_DEFINE")
endif()
# From the .pc file up to the prefix, so that an installed tree can be moved.
file(RELATIVE_PATH pkgconfig_up ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" pkgconfig_up "${pkgconfig_up}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/entente.pc.in ${PROJECT_BINARY_DIR}/entente.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/entente.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(EXISTS ${PROJECT_SOURCE_DIR}/data/model/LICENSE.md)
  install(FILES ${PROJECT_SOURCE_DIR}/data/model/LICENSE.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME MODEL-LICENSE.md)
endif()
if(TARGET entente_cli)
  install(TARGETS entente_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
