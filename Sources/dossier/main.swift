import DossierCommandLine

DossierCommand.main()
