# Run by CPack on the files of the Debian package before it is made: its copyright file takes the place of the licence that
# other installations have, and manual page and changelog are compressed as Debian wants them.
find_program(GZIP gzip REQUIRED)

function(compress from to)
  execute_process(COMMAND ${GZIP} -9nc ${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
  file(CHMOD ${to} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endfunction()

file(GLOB_RECURSE pages ${CPACK_TEMPORARY_DIRECTORY}/*/entente.1)
foreach(page IN LISTS pages)
  compress(${page} ${page}.gz)
  file(REMOVE ${page})
endforeach()

file(GLOB_RECURSE licences ${CPACK_TEMPORARY_DIRECTORY}/*/LICENSE)
foreach(licence IN LISTS licences)
  get_filename_component(folder ${licence} DIRECTORY)
  file(REMOVE ${licence})
  file(COPY ${CPACK_ENTENTE_DEBIAN}/copyright DESTINATION ${folder}
       FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  compress(${CPACK_ENTENTE_DEBIAN}/changelog ${folder}/changelog.gz)
endforeach()
