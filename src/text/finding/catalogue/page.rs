//! The catalogue of facts about a page and what it loads.

use super::{About, Entry};
use crate::core::finding::Id;

entries! {
    HttpNotRedirected {
        "http does not lead to https",
        "Redirect everything on port 80 to https with status 301, except the path where the CA looks for its file.";
        "http 没有重定向到 https",
        "用状态 301 将 80 端口的所有请求重定向到 https，CA 查找验证文件的路径除外。"
    }
    HttpsDowngraded {
        "https leads back to http",
        "Write https in the redirect, or the path alone. Behind a proxy, have it tell the application of https (X-Forwarded-Proto) and the application believe it.";
        "https 又重定向回 http",
        "在重定向中写 https，或只写路径。如果前面有代理，让代理告知应用程序使用了 https（X-Forwarded-Proto），并让应用程序采信。"
    }
    PageRedirectLoop {
        "Redirects without end",
        "Leave the redirect to one place. Behind a proxy or CDN that asks the server over http, do not redirect at the server, or let the proxy ask over https.";
        "重定向没有尽头",
        "只在一处做重定向。如果代理或 CDN 用 http 回源，不要在服务器上重定向，或者让它用 https 回源。"
    }
    PageRedirectRefused {
        "A redirect leads where it was not followed",
        "Let the redirect lead to an http or https address that everybody reaches.";
        "重定向到了没有跟随的地址",
        "让重定向指向所有人都能访问的 http 或 https 地址。"
    }
    PageNotAnswered {
        "No page",
        "Look at the connection lane first; where it is fine, look into the server's error log.";
        "没有得到网页",
        "先查看“连接”一栏；如果正常，再查看服务器的错误日志。"
    }
    PageStatus {
        "The page's status tells of a fault",
        "Look into the server's log; if the page is meant to be closed to strangers, nothing is to be done.";
        "网页的状态表示有错误",
        "查看服务器日志；如果该网页本来就不对外开放，则无需处理。"
    }
    PageOtherHost {
        "The page is at another host",
        "If that is meant, see to it that both hosts have a certificate.";
        "网页位于另一个主机",
        "如果这是有意的，确保两个主机都有证书。"
    }
    PageTooLarge {
        "The page is too large to be read",
        "Look at the page in a browser's console, which names every part over http.";
        "网页过大，没有读取",
        "在浏览器的控制台中查看该网页，其中会列出每个通过 http 加载的部分。"
    }
    PagePacked {
        "The page came packed",
        "Have the server pack only what is asked for so (Accept-Encoding), or look at the page in a browser's console.";
        "网页以压缩形式传来",
        "让服务器只在请求允许时压缩（Accept-Encoding），或在浏览器的控制台中查看该网页。"
    }
    PageLeftOut {
        "Not everything was looked at",
        "Look at the page in a browser's console, which names every part over http.";
        "没有查看全部内容",
        "在浏览器的控制台中查看该网页，其中会列出每个通过 http 加载的部分。"
    }
    PagePartInside {
        "Parts come from inside a network",
        "Put the parts on the server of the page, or on one that everybody reaches.";
        "部分内容来自内网",
        "将这些内容放到网页所在的服务器，或所有人都能访问的服务器上。"
    }
    MixedContent {
        "The page loads parts over http",
        "Write https, or for the own host the path alone. Where many pages are concerned, the header “Content-Security-Policy: upgrade-insecure-requests” has browsers do it.";
        "网页通过 http 加载内容（混合内容）",
        "改写为 https，自己主机上的内容只写路径。涉及的网页较多时，标头“Content-Security-Policy: upgrade-insecure-requests”可让浏览器代为处理。"
    }
    MixedByRedirect {
        "Parts are redirected to http",
        "Write the address where the redirect ends, with https, or correct the redirect at its server.";
        "部分内容被重定向到 http",
        "直接写重定向的最终地址并使用 https，或在其服务器上更正重定向。"
    }
    MixedUpgraded {
        "Parts are written with http and asked over https",
        "Write https in the page when it is changed next.";
        "部分内容写作 http，但通过 https 请求",
        "下次修改网页时改写为 https。"
    }
    FormOverHttp {
        "A form is sent over http",
        "Write https in the form's action, or the path alone.";
        "表单通过 http 提交",
        "将表单的 action 改写为 https，或只写路径。"
    }
    DownloadOverHttp {
        "A file is downloaded over http",
        "Link to the file over https.";
        "文件通过 http 下载",
        "用 https 链接该文件。"
    }
    HstsMissing {
        "Browsers are not told to use https alone",
        "Once everything works over https, send “Strict-Transport-Security: max-age=31536000” with every answer over https; begin with a short time.";
        "没有告诉浏览器只使用 https",
        "当一切都能通过 https 正常工作后，在所有 https 应答中发送“Strict-Transport-Security: max-age=31536000”；先从较短的时间开始。"
    }
    HstsUnreadable {
        "Strict-Transport-Security cannot be read",
        "Send it once, as “max-age=31536000”, with “; includeSubDomains” where all names below use https too.";
        "Strict-Transport-Security 无法读取",
        "只发送一次，写作“max-age=31536000”；如果所有下级名称也使用 https，再加上“; includeSubDomains”。"
    }
    HstsShort {
        "Strict-Transport-Security holds for a short time",
        "When everything works over https, make it a year: “max-age=31536000”.";
        "Strict-Transport-Security 的时间过短",
        "当一切都能通过 https 正常工作后，改为一年：“max-age=31536000”。"
    }
    HstsOverHttp {
        "Strict-Transport-Security is sent over http",
        "Send it from the https site alone.";
        "通过 http 发送了 Strict-Transport-Security",
        "只在 https 站点上发送它。"
    }
    HstsIgnored {
        "Strict-Transport-Security comes with a certificate that is not trusted",
        "Repair the certificate first; the connection lane tells how.";
        "Strict-Transport-Security 随不受信任的证书一起发送",
        "先修复证书；详见“连接”一栏。"
    }
    HstsPreload {
        "The conditions of the browsers’ preload list are not met",
        "Send “max-age=31536000; includeSubDomains; preload”, or leave out “preload” where the names below do not all use https.";
        "浏览器内置列表不会接受该名称",
        "发送“max-age=31536000; includeSubDomains; preload”；如果下级名称并非都使用 https，则去掉“preload”。"
    }
}
