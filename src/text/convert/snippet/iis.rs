//! IIS: import and binding in PowerShell. Windows PowerShell reads a script without a byte order mark
//! in the system's code page, so its comments are ASCII.

use crate::text::foreign::powershell;

use super::page::Page;
use super::{PasswordInSnippet, Rendered, words};

/// Everything after the values. One block, so that pasting it runs nothing before its end is there and
/// the question for the password does not take the next line for an answer.
const SCRIPT: &str = r#"    $before = @(Get-ChildItem Cert:\LocalMachine\My | ForEach-Object Thumbprint)
    $data = Get-PfxData -FilePath $pfx -Password $password
    $leaf = $data.EndEntityCertificates | Select-Object -First 1
    Import-PfxCertificate -FilePath $pfx -Password $password -CertStoreLocation Cert:\LocalMachine\My
    # Intermediates go to CA, where Windows looks for them. Roots are left alone.
    $ca = New-Object System.Security.Cryptography.X509Certificates.X509Store 'CA', 'LocalMachine'
    $ca.Open('ReadWrite')
    foreach ($other in $data.OtherCertificates) {
        if ($other.Subject -ne $other.Issuer) { $ca.Add($other) }
        if ($before -notcontains $other.Thumbprint) {
            Remove-Item "Cert:\LocalMachine\My\$($other.Thumbprint)" -ErrorAction SilentlyContinue
        }
    }
    $ca.Close()
    foreach ($name in $names) {
        $mine = {
            Get-WebBinding -Name $site -Protocol https |
                Where-Object { $_.bindingInformation.EndsWith(":443:$name", 'OrdinalIgnoreCase') }
        }
        if (-not (& $mine)) {
            New-WebBinding -Name $site -Protocol https -Port 443 -HostHeader $name -SslFlags 1
        }
        foreach ($binding in & $mine) {
            if ($binding.certificateHash) { $binding.RemoveSslCertificate() }
            $binding.AddSslCertificate($leaf.Thumbprint, 'My')
        }
    }
    # To see what Windows serves: netsh http show sslcert
"#;

pub fn render(mut page: Page<'_>) -> Rendered {
    let lang = page.lang;
    let names = page.hosts();
    let path = page.path(
        page.files
            .keystore
            .as_ref()
            .map(|store| store.path.as_str()),
        powershell,
        "'C:\\site.pfx'",
    );
    let quoted: Vec<String> = names.iter().filter_map(|name| powershell(name)).collect();
    page.line("& {");
    page.line("    $ErrorActionPreference = 'Stop'");
    page.line("    Import-Module WebAdministration");
    page.line(format!("    $pfx = {path}"));
    page.line("    $site = 'Default Web Site'");
    page.list("$names =", &quoted, ",", "");
    page.line(match page.files.password {
        PasswordInSnippet::None => "    $password = New-Object System.Security.SecureString",
        _ => "    $password = Read-Host -AsSecureString -Prompt 'Password of the PFX file'",
    });
    for line in SCRIPT.lines() {
        page.line(line);
    }
    page.line("}");
    page.note(words::iis_elevated(lang));
    page.note(words::iis_site(lang));
    page.note_password_file();
    page.note(words::paths_as_here(lang));
    if !path.is_ascii() {
        page.note(words::iis_script_encoding(lang));
    }
    if names.iter().any(|name| name.starts_with('*')) {
        page.note(words::iis_wildcard(lang));
    }
    page.note(match page.is_old_tls_allowed {
        true => words::old_tls_windows(lang),
        false => words::tls_windows(lang),
    });
    page.finish("IIS", words::into_powershell(lang).to_owned())
}
