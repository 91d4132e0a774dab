# Installs the program with its manual page, completions and documentation (component program), and the libraries so that
# outside programs find them: by find_package(entente COMPONENTS …) and by pkg-config (component development).
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
foreach(part IN LISTS entente_parts)
  set(target entente_${part})
  if(part STREQUAL "entente")
    set(target entente)
  endif()
  install(TARGETS ${target} EXPORT entente-${part}-targets
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
          RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
          FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT entente-${part}-targets NAMESPACE entente:: DESTINATION ${package_dir})
endforeach()

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/entente-config.cmake.in ${PROJECT_BINARY_DIR}/entente-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${package_dir})

# entente_pkgconfig(NAME DESCRIPTION REQUIRES name… LIBS flag…): NAME.pc. What a static library was built with is linked
# by its flags and not required by name, so that no compiler flag of a dependency reaches the program; a shared library
# has linked it already.
# From the .pc file up to the prefix, so that an installed tree can be moved.
file(RELATIVE_PATH pkgconfig_up ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" pkgconfig_up "${pkgconfig_up}")
function(entente_pkgconfig name description)
  cmake_parse_arguments(arg "" "" "REQUIRES;LIBS" ${ARGN})
  list(JOIN arg_REQUIRES " " pkgconfig_requires)
  set(pkgconfig_cflags "")
  set(pkgconfig_libs "-l${name}")
  string(REPLACE "-lentente-" "-lentente_" pkgconfig_libs "${pkgconfig_libs}")
  if(NOT BUILD_SHARED_LIBS)
    set(pkgconfig_cflags " -DENTENTE_STATIC_DEFINE")
    list(JOIN arg_LIBS " " flags)
    string(APPEND pkgconfig_libs " ${flags}")
  endif()
  set(pkgconfig_name ${name})
  set(pkgconfig_description ${description})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/entente.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endfunction()
# The standard C++ library is for programs in C.
entente_pkgconfig(entente-core "${PROJECT_DESCRIPTION}: reading and queries"
  LIBS -lfmt ${gumbo_LDFLAGS} ${md4c_LDFLAGS} ${uchardet_LDFLAGS} ${utf8proc_LDFLAGS} -lstdc++ -lm)
entente_pkgconfig(entente-formats "${PROJECT_DESCRIPTION}: files for other programs" REQUIRES entente-core LIBS -lfmt)
entente_pkgconfig(entente-render "${PROJECT_DESCRIPTION}: pictures and pages" REQUIRES entente-core
  LIBS -lfmt ${utf8proc_LDFLAGS} ${graphviz_LDFLAGS} ${fontconfig_LDFLAGS})
entente_pkgconfig(entente-store "${PROJECT_DESCRIPTION}: a store of many articles" REQUIRES entente-formats entente-core
  LIBS -lfmt ${sqlite_LDFLAGS} ${zlib_LDFLAGS})
entente_pkgconfig(entente "${PROJECT_DESCRIPTION}" REQUIRES entente-formats entente-render entente-core)

foreach(component IN ITEMS program development)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT ${component})
  if(EXISTS ${PROJECT_SOURCE_DIR}/data/model/LICENSE.md)
    install(FILES ${PROJECT_SOURCE_DIR}/data/model/LICENSE.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME MODEL-LICENSE.md
            COMPONENT ${component})
  endif()
endforeach()

if(TARGET entente_cli)
  set(pages ${PROJECT_BINARY_DIR}/share)  # written when the program is linked
  install(TARGETS entente_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
  install(FILES ${pages}/entente.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
  install(FILES ${pages}/entente.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME entente
          COMPONENT program)
  install(FILES ${pages}/_entente DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT program)
  install(FILES ${pages}/entente.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/cli.md ${PROJECT_SOURCE_DIR}/docs/graph-format.md
          ${PROJECT_SOURCE_DIR}/data/articles/summit-visit.txt
          DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
  include(EntentePackage)
endif()
