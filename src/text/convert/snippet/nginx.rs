//! nginx: a server block.

use crate::text::foreign::nginx;

use super::page::Page;
use super::{PasswordInSnippet, Rendered, words};

pub fn render(mut page: Page<'_>) -> Rendered {
    let lang = page.lang;
    let names = page.hosts();
    page.line("server {");
    page.line("    listen 443 ssl;");
    page.line("    listen [::]:443 ssl;");
    page.list("server_name", &names, "", ";");
    page.line("");
    files(&mut page);
    page.line("");
    protocols(&mut page);
    page.line("");
    page.line(format!("    # {}", words::own_lines_nginx(lang)));
    page.line("}");
    page.note(words::paths_as_here(lang));
    page.note(words::first_site_decides(lang));
    page.note(words::reload(
        lang,
        "sudo nginx -t && sudo systemctl reload nginx",
    ));
    let place = format!("/etc/nginx/conf.d/{}.conf", page.stem());
    page.finish("nginx", words::new_file_or_block(lang, &place))
}

fn files(page: &mut Page<'_>) {
    let all = page.files;
    let chain = page.path(all.certificates(), nginx, "/etc/nginx/ssl/fullchain.pem");
    page.line(format!("    ssl_certificate {chain};"));
    let key = page.path(all.key.as_deref(), nginx, "/etc/nginx/ssl/key.pem");
    page.line(format!("    ssl_certificate_key {key};"));
    let stand_in = "/etc/nginx/ssl/key-password.txt";
    let password = match &all.password {
        PasswordInSnippet::None => return,
        PasswordInSnippet::FromFile(path) => page.path(Some(path), nginx, stand_in),
        PasswordInSnippet::Placeholder => {
            page.note(words::make_password_file(page.lang, stand_in));
            stand_in.to_owned()
        }
    };
    page.line(format!("    ssl_password_file {password};"));
}

fn protocols(page: &mut Page<'_>) {
    if !page.is_old_tls_allowed {
        page.line("    ssl_protocols TLSv1.2 TLSv1.3;");
        return;
    }
    page.line("    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;");
    page.line(format!("    # {}", words::security_level(page.lang)));
    page.line("    ssl_ciphers DEFAULT:@SECLEVEL=0;");
    page.note(words::old_tls_openssl(page.lang));
}
