# Certwright: collects what a scan of IIS reads into one folder beside this script. Reads only.
# Run it in Windows PowerShell as administrator on the server, then open the folder in Certwright.
# No password and no private key is copied.
$ErrorActionPreference = 'Continue'
$folder = Join-Path (Get-Location).Path ('iis-' + $env:COMPUTERNAME)
New-Item -ItemType Directory -Force -Path $folder | Out-Null
$system = 'System32'
if ([IntPtr]::Size -eq 4 -and (Test-Path -LiteralPath "$env:windir\Sysnative")) { $system = 'Sysnative' }
$inetsrv = "$env:windir\$system\inetsrv"
$utf8 = New-Object Text.UTF8Encoding($false)

function ConvertTo-Quoted($text) {
    if ($text -eq $null) { return 'null' }
    $out = New-Object Text.StringBuilder
    foreach ($char in ([string]$text).ToCharArray()) {
        if ($char -eq '"' -or $char -eq '\') { [void]$out.Append('\').Append($char) }
        elseif ([int]$char -lt 32 -or [int]$char -gt 126) { [void]$out.Append('\u' + ([int]$char).ToString('x4')) }
        else { [void]$out.Append($char) }
    }
    return '"' + $out.ToString() + '"'
}

Copy-Item -LiteralPath "$inetsrv\config\applicationHost.config" -Destination $folder
$redirection = "$inetsrv\config\redirection.config"
if (Test-Path -LiteralPath $redirection) {
    $text = [IO.File]::ReadAllText($redirection)
    $text = [Text.RegularExpressions.Regex]::Replace($text, '(userName|password)\s*=\s*("[^"]*"|''[^'']*'')', '$1=""')
    [IO.File]::WriteAllText((Join-Path $folder 'redirection.config'), $text, $utf8)
}

$listing = & "$env:windir\$system\netsh.exe" http show sslcert
[IO.File]::WriteAllText((Join-Path $folder 'sslcert.txt'), ($listing -join "`r`n"), $utf8)

$admin = (New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)

function Test-KeyOpens($certificate) {
  if (-not $certificate.HasPrivateKey) { return 'false' }
  try {
    $kinds = 'RSA', 'ECDsa' | ForEach-Object { "System.Security.Cryptography.X509Certificates.${_}CertificateExtensions" -as [type] } | Where-Object { $_ }
    if ($kinds) {
      foreach ($kind in $kinds) {
        $open = $kind.GetMethods() | Where-Object { $_.Name -like 'Get*PrivateKey' } | Select-Object -First 1
        if ($open.Invoke($null, @($certificate))) { return 'true' }
      }
      return 'null'
    }
    if ($certificate.PrivateKey) { return 'true' }
    return 'null'
  } catch {
    $fault = $_.Exception
    while ($fault.InnerException) { $fault = $fault.InnerException }
    # NTE_NO_KEY, NTE_NOT_FOUND, NTE_BAD_KEYSET, NTE_KEYSET_NOT_DEF, NTE_KEYSET_ENTRY_BAD, ERROR_FILE_NOT_FOUND
    $gone = -2146893811, -2146893807, -2146893802, -2146893799, -2146893798, -2147024894
    if ($admin -and ($gone -contains [Runtime.InteropServices.Marshal]::GetHRForException($fault))) { return 'false' }
    return 'null'
  }
}

$items = @()
foreach ($store in 'My', 'WebHosting', 'CA', 'Root') {
    if (-not (Test-Path "Cert:\LocalMachine\$store")) { continue }
    foreach ($certificate in Get-ChildItem "Cert:\LocalMachine\$store") {
        $opens = 'null'
        if ($store -eq 'My' -or $store -eq 'WebHosting') { $opens = Test-KeyOpens $certificate }
        $items += '{"store":' + (ConvertTo-Quoted $store) +
            ',"thumbprint":' + (ConvertTo-Quoted $certificate.Thumbprint) +
            ',"friendlyName":' + (ConvertTo-Quoted $certificate.FriendlyName) +
            ',"hasPrivateKey":' + ([string]$certificate.HasPrivateKey).ToLower() +
            ',"keyOpens":' + $opens +
            ',"rawData":' + (ConvertTo-Quoted ([Convert]::ToBase64String($certificate.RawData))) + '}'
    }
}
[IO.File]::WriteAllText((Join-Path $folder 'stores.json'), '[' + ($items -join ",`r`n") + ']', $utf8)

$iis = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\InetStp' -ErrorAction SilentlyContinue
$windows = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$central = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\IIS\CentralCertProvider' -ErrorAction SilentlyContinue
$stopped = 'null'
$names = & "$inetsrv\appcmd.exe" list site /state:Stopped /text:name
if ($LASTEXITCODE -eq 0 -or $names -eq $null) {
    $stopped = '[' + (@($names | Where-Object { $_ } | ForEach-Object { ConvertTo-Quoted $_ }) -join ',') + ']'
}
$enabled = 'null'
$share = 'null'
if ($central -ne $null) {
    $enabled = ([string]($central.Enabled -eq 1)).ToLower()
    $share = ConvertTo-Quoted $central.CertStoreLocation
}
$major = 'null'
$minor = 'null'
if ($iis -ne $null) { $major = [string]$iis.MajorVersion; $minor = [string]$iis.MinorVersion }
$facts = '{"kind":"certwright-iis-server","computer":' + (ConvertTo-Quoted $env:COMPUTERNAME) +
    ',"major":' + $major + ',"minor":' + $minor + ',"build":' + [string]$windows.CurrentBuildNumber +
    ',"stopped":' + $stopped + ',"central_enabled":' + $enabled + ',"central_folder":' + $share + '}'
[IO.File]::WriteAllText((Join-Path $folder 'server.json'), $facts, $utf8)
Write-Output $folder
