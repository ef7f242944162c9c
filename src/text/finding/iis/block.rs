//! Words of settings that keep a CA from reading its file under `/.well-known/`.

use super::{Words, name};
use crate::core::finding::BlockCause;
use crate::text::Lang;

pub(super) fn words(lang: Lang, path: &str, cause: &BlockCause) -> Words {
    let place = match path {
        "" => lang.pick("this server", "这台服务器").to_owned(),
        path => format!("“{}”", name(path)),
    };
    let (message, why, remedy) = match cause {
        BlockCause::NoTypeWithoutExtension => no_type(lang, &place, true),
        BlockCause::NoTypeForText => no_type(lang, &place, false),
        BlockCause::Handlers { instead } => handlers(lang, &place, instead.as_deref()),
        BlockCause::RequiresHttps => requires_https(lang, &place),
        BlockCause::Redirect { destination } => redirect(lang, &place, destination),
        BlockCause::Rewrite {
            rule,
            only_to_https,
        } => rewrite(lang, &place, rule, *only_to_https),
        BlockCause::ExtensionsListed
        | BlockCause::HiddenSegment { .. }
        | BlockCause::DeniedSequence { .. }
        | BlockCause::GetDenied => filtered(lang, &place, cause),
    };
    Words::new(message, why, remedy)
}

/// Message, reason, remedy.
type Told = (String, String, String);

fn no_type(lang: Lang, place: &str, is_bare: bool) -> Told {
    let (message, extension) = match is_bare {
        true => (
            say!(
                lang,
                "IIS serves no files without extension from {place}, and the CA asks for one",
                "{place}不提供没有扩展名的文件，而 CA 要读取这样的文件"
            ),
            ".",
        ),
        false => (
            say!(
                lang,
                "IIS serves no .txt files from {place}, and the CA asks for one",
                "{place}不提供 .txt 文件，而 CA 要读取这样的文件"
            ),
            ".txt",
        ),
    };
    (
        message,
        lang.pick(
            "IIS serves a file only when its extension has a MIME type, and answers 404.3 otherwise.",
            "只有扩展名设置了 MIME 类型的文件 IIS 才会提供，否则返回 404.3。",
        )
        .to_owned(),
        say!(
            lang,
            "Put a web.config into .well-known with <mimeMap fileExtension=\"{extension}\" mimeType=\"text/plain\"/> in <staticContent> of <system.webServer>; or add the type in IIS Manager, MIME Types.",
            "在 .well-known 中放一个 web.config，在 <system.webServer> 的 <staticContent> 里写 <mimeMap fileExtension=\"{extension}\" mimeType=\"text/plain\"/>；或在 IIS 管理器的“MIME 类型”中添加。"
        ),
    )
}

fn handlers(lang: Lang, place: &str, instead: Option<&str>) -> Told {
    let message = match instead.map(name) {
        Some(instead) => say!(
            lang,
            "In {place} the handler “{instead}” answers instead of the CA’s file",
            "在{place}中，处理程序“{instead}”会代替 CA 的文件应答"
        ),
        None => say!(
            lang,
            "In {place} the handler for static files was taken away, so the CA’s file is not served",
            "{place}移除了静态文件处理程序，所以不会提供 CA 的文件"
        ),
    };
    (
        message,
        lang.pick(
            "IIS hands a path to the first handler that matches. Files are read by StaticFile, which comes last; an application that takes every path never lets it have one.",
            "IIS 把路径交给第一个匹配的处理程序。读取文件的是排在最后的 StaticFile；接管所有路径的应用程序不会让它有机会处理。",
        )
        .to_owned(),
        lang.pick(
            "Put a web.config into .well-known whose <handlers> has <clear/> and then StaticFile alone, with modules=\"StaticFileModule,DefaultDocumentModule\", or use DNS validation.",
            "在 .well-known 中放一个 web.config，在 <handlers> 里先写 <clear/>，再只添加 StaticFile，其 modules=\"StaticFileModule,DefaultDocumentModule\"；或改用 DNS 验证。",
        )
        .to_owned(),
    )
}

fn requires_https(lang: Lang, place: &str) -> Told {
    (
        say!(
            lang,
            "The CA comes over http, and {place} demands https",
            "CA 通过 http 访问，而{place}要求 https"
        ),
        lang.pick(
            "“Require SSL” answers http with 403.4 instead of a redirect, so the CA does not try https.",
            "“要求 SSL”对 http 返回 403.4 而不是重定向，所以 CA 不会改用 https。",
        )
        .to_owned(),
        lang.pick(
            "Put a web.config into .well-known with <access sslFlags=\"None\"/> in <security>, or replace “Require SSL” by a redirect to https.",
            "在 .well-known 中放一个 web.config，在 <security> 里写 <access sslFlags=\"None\"/>，或把“要求 SSL”换成到 https 的重定向。",
        )
        .to_owned(),
    )
}

fn redirect(lang: Lang, place: &str, destination: &str) -> Told {
    let destination = name(destination);
    (
        say!(
            lang,
            "All requests to {place} are redirected to “{destination}”",
            "对{place}的所有访问都会重定向到“{destination}”"
        ),
        lang.pick(
            "The CA follows to the other server or refuses to. Its file has to be found there under the same path; many CAs follow only to ports 80 and 443 of names.",
            "CA 会跟随到另一台服务器，或拒绝跟随。文件必须在那里以相同路径提供；许多 CA 只跟随到域名的 80 和 443 端口。",
        )
        .to_owned(),
        lang.pick(
            "Put a web.config into .well-known with <httpRedirect enabled=\"false\"/>, or put the file on the server that it leads to.",
            "在 .well-known 中放一个 web.config，写 <httpRedirect enabled=\"false\"/>，或把文件放到重定向指向的服务器上。",
        )
        .to_owned(),
    )
}

fn rewrite(lang: Lang, place: &str, rule: &str, only_to_https: bool) -> Told {
    let rule = name(rule);
    if only_to_https {
        return (
            say!(
                lang,
                "The rule “{rule}” of {place} sends the CA to https",
                "{place}的规则“{rule}”会把 CA 转到 https"
            ),
            lang.pick(
                "Most CAs follow it and look past the certificate they meet. It fails where https does not answer yet.",
                "多数 CA 会跟随，而且不在意遇到的证书。如果 https 还没有应答，就会失败。",
            )
            .to_owned(),
            lang.pick(
                "Nothing has to be done while https answers. Otherwise add the condition {REQUEST_URI} ^/\\.well-known/ with negate=\"true\" to the rule.",
                "只要 https 能应答就不必处理。否则为该规则添加条件 {REQUEST_URI} ^/\\.well-known/，并设 negate=\"true\"。",
            )
            .to_owned(),
        );
    }
    (
        say!(
            lang,
            "The rule “{rule}” of {place} catches the CA’s path too",
            "{place}的规则“{rule}”也会处理 CA 访问的路径"
        ),
        lang.pick(
            "URL Rewrite answers before a file is looked for, so the CA gets a page of the application or a redirect in place of its file.",
            "URL 重写在查找文件之前就会应答，所以 CA 得到的是应用程序的页面或重定向，而不是它的文件。",
        )
        .to_owned(),
        lang.pick(
            "Add the condition {REQUEST_URI} ^/\\.well-known/ with negate=\"true\" to the rule, or put a rule before it that matches ^\\.well-known/ with action None and stopProcessing.",
            "为该规则添加条件 {REQUEST_URI} ^/\\.well-known/，并设 negate=\"true\"；或在它之前放一条匹配 ^\\.well-known/ 的规则，操作为 None，并设 stopProcessing。",
        )
        .to_owned(),
    )
}

fn filtered(lang: Lang, place: &str, cause: &BlockCause) -> Told {
    let (what, status, mend) = match cause {
        BlockCause::HiddenSegment { segment } => {
            let segment = name(segment);
            (
                say!(
                    lang,
                    "hides the segment “{segment}”",
                    "隐藏了路径段“{segment}”"
                ),
                "404.8",
                format!("<hiddenSegments> <remove segment=\"{segment}\"/>"),
            )
        }
        BlockCause::DeniedSequence { sequence } => {
            let sequence = name(sequence);
            (
                say!(
                    lang,
                    "denies the sequence “{sequence}”",
                    "拒绝了序列“{sequence}”"
                ),
                "404.5",
                format!("<denyUrlSequences> <remove sequence=\"{sequence}\"/>"),
            )
        }
        BlockCause::GetDenied => (
            lang.pick("denies GET", "拒绝了 GET").to_owned(),
            "404.6",
            "<verbs> <add verb=\"GET\" allowed=\"true\"/>".to_owned(),
        ),
        _ => (
            lang.pick("allows listed extensions only", "只允许列出的扩展名")
                .to_owned(),
            "404.7",
            "<fileExtensions> <add fileExtension=\".\" allowed=\"true\"/>".to_owned(),
        ),
    };
    (
        say!(
            lang,
            "Request Filtering of {place} {what}, so the CA gets {status}",
            "{place}的请求筛选{what}，所以 CA 会得到 {status}"
        ),
        lang.pick(
            "The address that the CA asks for, /.well-known/ and a file mostly without extension, is refused before IIS looks for the file.",
            "CA 访问的地址是 /.well-known/ 下的文件，通常没有扩展名；IIS 还没查找文件就拒绝了。",
        )
        .to_owned(),
        say!(
            lang,
            "Put a web.config into .well-known with {mend} in <requestFiltering>. What shuts .well-known itself out has to be lifted for the whole site (IIS Manager, Request Filtering).",
            "在 .well-known 中放一个 web.config，在 <requestFiltering> 里写 {mend}。如果被拒绝的是 .well-known 本身，需要为整个网站解除（IIS 管理器，“请求筛选”）。"
        ),
    )
}
