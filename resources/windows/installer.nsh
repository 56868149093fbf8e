!include WinMessages.nsh
!include LogicLib.nsh

; Puts resources\bin, where the console program keyturn.exe is, on the account's PATH, and takes it off when Keyturn is uninstalled.
; By PowerShell and .NET: the strings of NSIS end at a fixed length, and a longer PATH would be cut. Names in PATH such as
; %USERPROFILE% stay as they are (DoNotExpandEnvironmentNames). The folder comes by the environment, so that no sign in it is read as a command.
; Where policy forbids PowerShell, PATH stays as it is, and docs/programs.md says where the program is.

!macro keyturnPath COMMAND
  System::Call 'kernel32::SetEnvironmentVariable(t "KEYTURN_BIN", t "$INSTDIR\resources\bin")'
  nsExec::ExecToLog `"$SYSDIR\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -Command "$$bin = $$env:KEYTURN_BIN; $$key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment', $$true); $$old = [string]$$key.GetValue('Path', '', 'DoNotExpandEnvironmentNames'); $$list = @($$old.Split(';') | Where-Object { $$_ -ne '' -and $$_ -ne $$bin }); ${COMMAND}; $$new = $$list -join ';'; if ($$new -ne $$old) { $$key.SetValue('Path', $$new, 'ExpandString') }"`
  Pop $0
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

!macro customInstall
  !insertmacro keyturnPath "$$list += $$bin"
!macroend

!macro customUnInstall
  ; An update runs this, too, and installs again at once.
  ${ifNot} ${isUpdated}
    !insertmacro keyturnPath "$$null"
  ${endIf}
!macroend
