//! What to say about a password that nobody knows any more.

phrases! {
    apply_again: "Apply again: a new order with a new key and a new password. The names may change; a paid certificate is paid again.", "重新申请：新的订单，新的私钥，新的密码。域名可以改变；收费证书需要再次付费。";
    elsewhere: "Look first in the mail of the order, for keystorePass.txt, in the server’s configuration (server.xml, ssl_password_file), and with whoever made the CSR.", "先查找订单邮件、keystorePass.txt、服务器配置（server.xml、ssl_password_file），并询问生成 CSR 的人。";
    i_lost_it: "I do not have the password", "我没有这个密码";
    reissue: "A lost password cannot be recovered. Reissue: the CA gives a new certificate for a new key. Expiry and names stay the same. It has to be deployed again everywhere.", "丢失的密码无法找回。重颁发：CA 为新的私钥签发新证书。到期日和域名不变。所有服务器都需要重新部署。";
}
