package org.concordat.server.launch;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The application: every room of the server. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("org.concordat.server")
public class ServerApplication {}
