# cmake -DPROGRAM=… -DARTICLE=… -DFOLDER=… -P same_letters.cmake: PNG and PDF have the same bytes on a machine that has no
# font at all.
file(MAKE_DIRECTORY ${FOLDER})
file(WRITE ${FOLDER}/none.conf "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
     "<fontconfig><dir>${FOLDER}/none</dir><cachedir>${FOLDER}/cache</cachedir></fontconfig>\n")
foreach(format IN ITEMS png pdf)
  set(here ${FOLDER}/here.${format})
  set(bare ${FOLDER}/bare.${format})
  execute_process(COMMAND ${PROGRAM} build ${ARTICLE} -o ${here} COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env FONTCONFIG_FILE=${FOLDER}/none.conf ${PROGRAM} build ${ARTICLE} -o ${bare}
                  COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${here} ${bare} RESULT_VARIABLE differ)
  if(differ)
    message(FATAL_ERROR "${here} and ${bare} differ: letters come from the fonts of the machine")
  endif()
endforeach()
