#=ABOUT=
param([switch]$Undo)
$ErrorActionPreference = 'Stop'
$name = #=NAME=
$oldHash = #=OLD=
$newHash = #=NEW=
# Offset in bytes, length in bytes, new bytes.
$edits = @(
#=EDITS=
)
# Entries that http.sys needs first: key, arguments of netsh.
$entries = @(
#=ENTRIES=
)

$system = 'System32'
if ([IntPtr]::Size -eq 4 -and (Test-Path -LiteralPath "$env:windir\Sysnative")) { $system = 'Sysnative' }
$config = "$env:windir\$system\inetsrv\config\$name"
$netsh = "$env:windir\$system\netsh.exe"
$copy = "$config.certwright-" + $oldHash.Substring(0, 12) + '.bak'

function Get-Sha256($bytes) {
    $hash = New-Object Security.Cryptography.SHA256Managed
    [BitConverter]::ToString($hash.ComputeHash($bytes)).Replace('-', '').ToLower()
}

function Write-Whole($bytes, $backup) {
    $temporary = "$config.certwright-new"
    [IO.File]::WriteAllBytes($temporary, $bytes)
    # Replaces in one step, keeps the rights of the file that was there, and that file under the other name.
    [IO.File]::Replace($temporary, $config, $backup)
}

function Remove-Entries($keys) {
    foreach ($key in $keys) { & $netsh http delete sslcert $key | Out-Null }
}

$who = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $who.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Write-Warning #=NOT_ADMIN=
    exit 2
}

$bytes = [IO.File]::ReadAllBytes($config)
$hash = Get-Sha256 $bytes

if ($Undo) {
    if ($hash -ne $newHash) { Write-Warning #=CHANGED_SINCE=; exit 2 }
    if ($newHash -ne $oldHash) {
        if (-not (Test-Path -LiteralPath $copy)) { Write-Warning #=NO_COPY=; exit 2 }
        $old = [IO.File]::ReadAllBytes($copy)
        if ((Get-Sha256 $old) -ne $oldHash) { Write-Warning #=NO_COPY=; exit 2 }
        Write-Whole $old "$config.certwright-undone"
    }
    Remove-Entries @($entries | ForEach-Object { $_[0] })
    Write-Output #=UNDONE=
    exit 0
}

if ($hash -eq $newHash -and $newHash -ne $oldHash) { Write-Output #=DONE_ALREADY=; exit 0 }
if ($hash -ne $oldHash) { Write-Warning #=OTHER_FILE=; exit 2 }

$stream = New-Object IO.MemoryStream
$at = 0
foreach ($edit in $edits) {
    $stream.Write($bytes, $at, $edit[0] - $at)
    $piece = [Convert]::FromBase64String($edit[2])
    $stream.Write($piece, 0, $piece.Length)
    $at = $edit[0] + $edit[1]
}
$stream.Write($bytes, $at, $bytes.Length - $at)
$new = $stream.ToArray()
if ((Get-Sha256 $new) -ne $newHash) { Write-Warning #=NOT_AS_PLANNED=; exit 2 }

$added = @()
$isReplaced = $false
try {
    foreach ($entry in $entries) {
        $arguments = $entry[1]
        & $netsh $arguments
        if ($LASTEXITCODE -ne 0) { throw ('netsh http add sslcert ' + $entry[0]) }
        $added += $entry[0]
    }
    if ($hash -ne $newHash) {
        Write-Whole $new $copy
        $isReplaced = $true
    }
    if ((Get-Sha256 ([IO.File]::ReadAllBytes($config))) -ne $newHash) { throw $config }
    foreach ($entry in $entries) {
        & $netsh http show sslcert $entry[0] | Out-Null
        if ($LASTEXITCODE -ne 0) { throw ('netsh http show sslcert ' + $entry[0]) }
    }
    Write-Output (#=DONE= -f $copy)
} catch {
    Write-Warning $_.Exception.Message
    if ($isReplaced) { Write-Whole ([IO.File]::ReadAllBytes($copy)) "$config.certwright-undone" }
    Remove-Entries $added
    Write-Warning #=ROLLED_BACK=
    exit 1
}
