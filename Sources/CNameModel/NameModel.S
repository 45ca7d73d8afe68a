// Puts the weights into the executable as they are; `train-names` rewrites the next line, so that new weights are built.
// english.names 1b351c01bc26c7bea3b3d19da8f9f38a
#if defined(__APPLE__)
  .section __TEXT,__const
  .globl _dossier_names_english_start, _dossier_names_english_end
  .balign 64
_dossier_names_english_start:
  .incbin "english.names"
_dossier_names_english_end:
  .byte 0
#else
  .section .rodata
  .globl dossier_names_english_start
  .globl dossier_names_english_end
  .balign 64
dossier_names_english_start:
  .incbin "english.names"
dossier_names_english_end:
  .byte 0
  .section .note.GNU-stack,"",%progbits
#endif
