# Writes the certificates of this computer, without any private key, to certwright-stores.json in the
# current folder. Changes nothing. Run it as Administrator: others cannot tell whether a key opens.
$admin = (New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)

function ConvertTo-JsonText($text) {
  if ($text -eq $null) { return 'null' }
  $out = New-Object Text.StringBuilder
  [void]$out.Append('"')
  foreach ($char in ([string]$text).ToCharArray()) {
    $code = [int]$char
    if ($code -lt 32 -or $code -gt 126 -or $code -eq 34 -or $code -eq 92) { [void]$out.Append(('\u{0:x4}' -f $code)) }
    else { [void]$out.Append($char) }
  }
  [void]$out.Append('"')
  $out.ToString()
}

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

$rows = @()
foreach ($name in 'My', 'WebHosting', 'CA', 'Root') {
  if (-not (Test-Path "Cert:\LocalMachine\$name")) { continue }
  foreach ($certificate in Get-ChildItem "Cert:\LocalMachine\$name") {
    $keyOpens = 'null'
    if ($name -eq 'My' -or $name -eq 'WebHosting') { $keyOpens = Test-KeyOpens $certificate }
    $has = ([string]$certificate.HasPrivateKey).ToLower()
    $rows += '{"store":' + (ConvertTo-JsonText $name) + ',"thumbprint":' + (ConvertTo-JsonText $certificate.Thumbprint) +
      ',"friendlyName":' + (ConvertTo-JsonText $certificate.FriendlyName) + ',"hasPrivateKey":' + $has +
      ',"keyOpens":' + $keyOpens + ',"rawData":"' + [Convert]::ToBase64String($certificate.RawData) + '"}'
  }
}
$file = Join-Path (Get-Location -PSProvider FileSystem).ProviderPath 'certwright-stores.json'
[IO.File]::WriteAllText($file, "[`r`n" + ($rows -join ",`r`n") + "`r`n]`r`n")
$file
