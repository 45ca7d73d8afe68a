// Puts the weights into the executable as they are; `train-names` rewrites the next line, so that new weights are built.
// english.names 05740ad321a5803168839da24fb6944d
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
