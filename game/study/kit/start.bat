@echo off
rem Starts Qiantou. The first time it sets itself up beside this file: no network, no administrator.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul 2>nul
set "PYTHONUTF8=1"
set "PYTHONHOME="
set "PYTHONPATH="
set "PYTHONNOUSERSITE=1"
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "PIP_NO_INDEX=1"
set "PIP_CONFIG_FILE=nul"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
pushd "%~dp0"
if not exist "help\failed.txt" goto zipped
set "ROOT=%CD%\venv"
set "PY="
set "PYARG="
set "PIPWHEEL="

:again
set "MARK=%ROOT%\ready-@VERSION@"
if not exist "%MARK%" goto setup
"%ROOT%\Scripts\python.exe" -P -c "import game" >nul 2>nul
if not errorlevel 1 goto run

:setup
if exist "%ROOT%" rmdir /s /q "%ROOT%"
if not defined PY call :find
if not defined PY goto nopython
for %%F in (wheels\pip-*.whl) do set "PIPWHEEL=%%~fF"
if not defined PIPWHEEL goto nowheels
type "help\setup.txt"
"%PY%" %PYARG% -m venv --without-pip "%ROOT%"
if errorlevel 1 goto elsewhere
"%ROOT%\Scripts\python.exe" "%PIPWHEEL%\pip" install --quiet --no-index --no-warn-script-location --find-links "%CD%\wheels" "@WANTED@"
if errorlevel 1 goto failed
type nul >"%MARK%"
if not exist "%MARK%" goto failed

:run
if exist "%CD%\scenarios" goto own
"%ROOT%\Scripts\python.exe" -P -m game %*
goto ended
:own
"%ROOT%\Scripts\python.exe" -P -m game --scenarios "%CD%\scenarios" %*
:ended
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" if "%~1"=="" pause
exit /b %CODE%

:elsewhere
rem A stick or share that cannot be written to: set up in the user's own folder instead.
if "%ROOT%"=="%LOCALAPPDATA%\qiantou-kit" goto failed
set "ROOT=%LOCALAPPDATA%\qiantou-kit"
goto again

:find
call :try "%CD%\python\python.exe"
for %%V in (3.14 3.13 3.12 3.11) do call :launcher %%V
call :try python
exit /b 0

:try
if defined PY exit /b 0
"%~1" -c "import sys, venv; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14) and sys.maxsize > 2**32))" >nul 2>nul
if not errorlevel 1 set "PY=%~1"
exit /b 0

:launcher
if defined PY exit /b 0
py -%1 -c "import sys, venv; sys.exit(sys.maxsize < 2**32)" >nul 2>nul
if errorlevel 1 exit /b 0
set "PY=py"
set "PYARG=-%1"
exit /b 0

:nopython
type "help\python.txt"
goto stop
:nowheels
type "help\wheels.txt"
goto stop
:zipped
rem Nothing but this file is there: it was started from inside the zip, or its folder cannot be reached.
echo Extract the whole zip to a folder first, then start again.
goto stop
:failed
type "%~dp0help\failed.txt"
:stop
popd
pause
exit /b 3
