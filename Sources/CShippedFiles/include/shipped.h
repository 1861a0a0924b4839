void etapp_placeholder(void);
