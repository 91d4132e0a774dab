# entente_library(PART LINK target…): the library of one part (core, formats, render, store, entente), entente::PART, with its
# public headers (lib/public_headers.cmake). The targets are linked but leave nothing in the interface.
set(entente_parts core formats render store entente)

function(entente_library part)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  set(target entente_${part})
  if(part STREQUAL "entente")
    set(target entente)
  endif()
  add_library(${target})
  add_library(entente::${part} ALIAS ${target})
  entente_defaults(${target})
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${part} VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
  if(NOT BUILD_SHARED_LIBS)
    target_compile_definitions(${target} PUBLIC ENTENTE_STATIC_DEFINE)
  endif()
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/lib ${PROJECT_BINARY_DIR}/lib/include
                                  FILES ${entente_${part}_headers})
  target_link_libraries(${target} PRIVATE ${arg_LINK})
endfunction()
